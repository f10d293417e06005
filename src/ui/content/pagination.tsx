import { useUiWords } from '../visit.ts';

interface PaginationProps {
  current: number;
  pages: number;
  hrefOf: (page: number) => string;
}

/** Previous, the pages near this one, next; nothing when there is only one page. */
export function Pagination({ current, pages, hrefOf }: PaginationProps) {
  const words = useUiWords().pagination;
  if (pages < 2) return null;
  return (
    <nav className="nhsuk-pagination nhsuk-pagination--numbered" aria-label={words.label}>
      {current > 1 ? <Step kind="previous" href={hrefOf(current - 1)} /> : null}
      <ul className="nhsuk-pagination__list">
        {nearby(current, pages).map((page) =>
          page < 0 ? (
            <li className="nhsuk-pagination__item nhsuk-pagination__item--ellipsis" key={page}>
              ⋯
            </li>
          ) : (
            <Numbered key={page} page={page} href={hrefOf(page)} isCurrent={page === current} />
          ),
        )}
      </ul>
      {current < pages ? <Step kind="next" href={hrefOf(current + 1)} /> : null}
    </nav>
  );
}

function Numbered({ page, href, isCurrent }: { page: number; href: string; isCurrent: boolean }) {
  const words = useUiWords().pagination;
  const look = isCurrent
    ? 'nhsuk-pagination__item nhsuk-pagination__item--current'
    : 'nhsuk-pagination__item';
  return (
    <li className={look}>
      <a
        className="nhsuk-pagination__link"
        href={href}
        aria-label={words.numbered(page)}
        aria-current={isCurrent ? 'page' : undefined}
      >
        {page}
      </a>
    </li>
  );
}

function Step({ kind, href }: { kind: 'previous' | 'next'; href: string }) {
  const words = useUiWords().pagination;
  const title = (
    <span className="nhsuk-pagination__title">
      {words[kind]}
      <span className="nhsuk-u-visually-hidden">{words.page}</span>
    </span>
  );
  return (
    <a href={href} className={`nhsuk-pagination__${kind}`} rel={kind === 'previous' ? 'prev' : 'next'}>
      {kind === 'previous' ? <Arrow kind="left" /> : null}
      {title}
      {kind === 'next' ? <Arrow kind="right" /> : null}
    </a>
  );
}

const arrows = {
  left: 'M10.7 6.3c.4.4.4 1 0 1.4L7.4 11H19a1 1 0 0 1 0 2H7.4l3.3 3.3c.4.4.4 1 0 1.4a1 1 0 0 1-1.4 0l-5-5A1 1 0 0 1 4 12c0-.3.1-.5.3-.7l5-5a1 1 0 0 1 1.4 0Z',
  right:
    'm14.7 6.3 5 5c.2.2.3.4.3.7 0 .3-.1.5-.3.7l-5 5a1 1 0 0 1-1.4-1.4l3.3-3.3H5a1 1 0 0 1 0-2h11.6l-3.3-3.3a1 1 0 1 1 1.4-1.4Z',
};

const Arrow = ({ kind }: { kind: 'left' | 'right' }) => (
  <svg className="nhsuk-icon" viewBox="0 0 24 24" width="16" height="16" focusable="false" aria-hidden="true">
    <path d={arrows[kind]} />
  </svg>
);

/** The first, the last, and this page with its neighbours; a negative number marks a gap. */
export function nearby(current: number, pages: number): number[] {
  const wanted = [1, current - 1, current, current + 1, pages].filter((page) => page >= 1 && page <= pages);
  const unique = [...new Set(wanted)];
  return unique.flatMap((page, at) => {
    const before = unique[at - 1] ?? 0;
    if (page - before === 2) return [page - 1, page];
    return page - before > 2 ? [-page, page] : [page];
  });
}
