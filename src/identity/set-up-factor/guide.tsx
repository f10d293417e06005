import type { ReactNode } from 'react';
import { Heading } from '../../ui/index.ts';

export interface GuideStep {
  heading: string;
  picture: ReactNode;
  children: ReactNode;
}

/** Numbered steps, each with a picture. */
export const Guide = ({ steps }: { steps: readonly GuideStep[] }) => (
  <ol className="gh-guide">
    {steps.map(({ heading, picture, children }) => (
      <li className="gh-guide__step" key={heading}>
        {picture}
        <div className="gh-guide__words">
          <Heading level={2} size="s">
            {heading}
          </Heading>
          {children}
        </div>
      </li>
    ))}
  </ol>
);
