/** What a preview sends along once it is confirmed; several values stand under one name. */
export const HiddenFields = ({ fields }: { fields: Record<string, string | readonly string[]> }) => (
  <>
    {Object.entries(fields).flatMap(([name, values]) =>
      [values].flat().map((value) => <input key={name + value} type="hidden" name={name} value={value} />),
    )}
  </>
);
