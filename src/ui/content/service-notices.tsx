import { useUiWords } from '../visit.ts';

/** Trouble that is known, as its pages tell of it. */
export interface ShownNotice {
  id: string;
  title: string;
  /** In lines, as staff wrote them; often empty. */
  body: string;
}

/** What is known not to work now, above a page’s own words; nothing when nothing is. */
export function ServiceNotices({ notices }: { notices: readonly ShownNotice[] }) {
  const { serviceNotice } = useUiWords();
  return notices.map(({ id, title, body }) => (
    <section className="gh-service-notice" aria-labelledby={`notice-${id}`} key={id}>
      <h2 className="gh-service-notice__title" id={`notice-${id}`}>
        <span className="nhsuk-u-visually-hidden">{serviceNotice} </span>
        {title}
      </h2>
      {linesOf(body).map((line, at) => (
        <p className="gh-service-notice__line" key={at}>
          {line}
        </p>
      ))}
    </section>
  ));
}

const linesOf = (text: string): string[] => text.split(/\n+/).filter((line) => line.trim() !== '');
