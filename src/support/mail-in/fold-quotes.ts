import EmailReplyParser from 'email-reply-parser';

export interface FoldedText {
  body: string;
  /** What it repeats of earlier e-mails, with signatures; undefined when there is nothing of that kind. */
  quoted: string | undefined;
}

/** How much is looked through; an answer that is longer is shown whole. */
const mostCharacters = 20_000;
const longestLine = 1_000;

/** Parts what somebody wrote now from what their mail program repeats. Nothing is lost: all of it stands in one or the other. */
export function foldQuotes(text: string): FoldedText {
  const whole = text.trim();
  if (whole.length > mostCharacters || whole.split('\n').some(({ length }) => length > longestLine))
    return { body: whole, quoted: undefined };
  const fragments = new EmailReplyParser().read(whole).getFragments();
  const [shown, folded] = [false, true].map((hidden) =>
    fragments
      .filter((fragment) => fragment.isHidden() === hidden)
      .map((fragment) => fragment.getContent().trimEnd())
      .join('\n')
      .trim(),
  );
  if (!shown) return { body: whole, quoted: undefined };
  return { body: shown, quoted: folded || undefined };
}
