import type { ReactNode } from 'react';

/** Pictures of the guide: drawn in the colour of the text, each with words for who does not see it. */
const Picture = ({ title, children }: { title: string; children: ReactNode }) => (
  <svg className="gh-picture" viewBox="0 0 96 96" role="img" aria-label={title} focusable="false">
    {children}
  </svg>
);

const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 4, strokeLinecap: 'round' } as const;
const round = { ...line, strokeLinejoin: 'round' } as const;

const Phone = () => <rect x="26" y="6" width="44" height="84" rx="8" {...line} />;

const Computer = () => (
  <>
    <rect x="10" y="14" width="76" height="52" rx="5" {...line} />
    <path d="M4 82h88M40 66l-3 16M56 66l3 16" {...line} />
  </>
);

const Device = ({ on }: { on: 'phone' | 'computer' }) => (on === 'phone' ? <Phone /> : <Computer />);

interface GuidePicture {
  title: string;
  on: 'phone' | 'computer';
}

export const InstallPicture = ({ title, on }: GuidePicture) => (
  <Picture title={title}>
    <Device on={on} />
    <path d="M48 26v24M38 41l10 10 10-10M36 58h24" {...round} />
  </Picture>
);

export const AddPicture = ({ title, on }: GuidePicture) => (
  <Picture title={title}>
    <Device on={on} />
    {on === 'phone' ? (
      <>
        <path d="M36 42v-8h8M52 34h8v8M60 50v8h-8M44 58h-8v-8" {...round} />
        <path d="M43 41h5v5h-5zM51 46h4v4h-4zM43 49h5v4h-5z" fill="currentColor" />
      </>
    ) : (
      <>
        <circle cx="32" cy="40" r="8" {...line} />
        <path d="M40 40h26M58 40v9M66 40v7" {...round} />
      </>
    )}
  </Picture>
);

/** The code stands out of the screen, large enough to read. */
export const CodePicture = ({ title, on }: GuidePicture) => (
  <Picture title={title}>
    <Device on={on} />
    <rect x="4" y="28" width="88" height="30" rx="5" fill="Canvas" stroke="currentColor" strokeWidth="4" />
    <text x="48" y="50" fontSize="20" fontWeight="700" textAnchor="middle" fill="currentColor">
      123456
    </text>
  </Picture>
);
