import { Heading, List } from '../ui/index.ts';

/** A part of an operator's text. What the operator must still fill in stands in [square brackets]. */
export interface Section {
  heading?: string;
  paragraphs?: readonly string[];
  list?: readonly string[];
}

export const Prose = ({ sections }: { sections: readonly Section[] }) => (
  <>
    {sections.map((section, at) => (
      <ProseSection key={at} section={section} />
    ))}
  </>
);

const ProseSection = ({ section }: { section: Section }) => (
  <>
    {section.heading ? <Heading level={2}>{section.heading}</Heading> : null}
    {section.paragraphs?.map((paragraph) => (
      <p key={paragraph}>
        <WithGaps text={paragraph} />
      </p>
    ))}
    {section.list ? <List items={section.list.map((item) => <WithGaps key={item} text={item} />)} /> : null}
  </>
);

/** Marks each gap, so that no operator publishes a template by accident. */
export const WithGaps = ({ text }: { text: string }) => (
  <>
    {text.split(/(\[[^\]]+\])/).map((part, at) =>
      part.startsWith('[') ? (
        <mark className="gh-gap" key={at}>
          {part}
        </mark>
      ) : (
        part
      ),
    )}
  </>
);
