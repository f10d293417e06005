interface PasswordChecklistProps {
  /** The name of the password field it is about. */
  of: string;
  /** What is asked for, with the pattern that finds it in a password. */
  items: readonly { text: string; pattern: string }[];
  words: { met: string; stillNeeded: string; allMet: string };
}

/** A plain list; the browser code ticks what the password has while it is typed. */
export const PasswordChecklist = ({ of, items, words }: PasswordChecklistProps) => (
  <ul
    className="nhsuk-list nhsuk-list--bullet gh-checklist"
    id={`${of}-rules`}
    data-checks={of}
    data-met={words.met}
    data-still-needed={words.stillNeeded}
    data-all-met={words.allMet}
  >
    {items.map(({ text, pattern }) => (
      <li key={text} data-pattern={pattern}>
        {text}
      </li>
    ))}
  </ul>
);
