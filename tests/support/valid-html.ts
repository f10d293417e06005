import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // React writes `disabled=""` and `<br/>`, which mean the same.
    'attribute-boolean-style': 'off',
    'void-style': 'off',
    // Spelt out on tables and lists, whose meaning some browsers drop with their layout.
    'no-redundant-role': 'off',
    // The NHS library's notification banner spells out that it is a region.
    'prefer-native-element': ['error', { exclude: ['region'] }],
    // A telephone number is not a link on a device that cannot call.
    'tel-non-breaking': 'off',
  },
});

/** What is wrong with this document, if anything. */
export async function problemsOfHtml(html: string): Promise<string[]> {
  const report = await validator.validateString(html);
  return report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => `${ruleId}: ${message} (line ${line})`),
  );
}
