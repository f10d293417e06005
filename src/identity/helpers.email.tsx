import { type Language, wordsIn } from '../kernel/words.ts';
import { EmailList, EmailParagraph } from '../ui/index.ts';
import type { HelpersThere } from './helpers.ts';
import { helpersWords } from './helpers.words.ts';

interface HelpersProps {
  helpers: readonly HelpersThere[];
  language: Language;
}

/** So that work does not wait for one person: who has the same roles, or who can give them. */
export function MeanwhileParagraphs({ helpers, language }: HelpersProps) {
  const words = wordsIn(helpersWords, language);
  const own = helpers.filter(({ isMember }) => isMember);
  const colleagues = own.flatMap((there) =>
    there.colleagues.map(({ name, roles }) => words.colleague(name, roles, there.organisation)),
  );
  return (
    <>
      {colleagues.length > 0 ? (
        <>
          <EmailParagraph>{words.meanwhile}</EmailParagraph>
          <EmailList items={colleagues} />
        </>
      ) : null}
      {own
        .filter((there) => there.colleagues.length === 0 && there.administrators.length > 0)
        .map(({ organisation, administrators }) => (
          <EmailParagraph key={organisation}>{words.nobodyElse(organisation, administrators)}</EmailParagraph>
        ))}
    </>
  );
}

/** Of an account deactivated for not being used: who of the owner's organisations can activate it again. */
export function ReopenParagraphs({ helpers, language }: HelpersProps) {
  const words = wordsIn(helpersWords, language);
  return helpers
    .filter(({ canReopen, isMember, administrators }) => canReopen && isMember && administrators.length > 0)
    .map(({ organisation, administrators }) => (
      <EmailParagraph key={organisation}>{words.reopen(organisation, administrators)}</EmailParagraph>
    ));
}
