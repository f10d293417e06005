import { expect, test } from 'vitest';
import { EmailButton, EmailCode, EmailHeading, EmailList, EmailParagraph, renderEmail } from './email.tsx';

const frame = { serviceName: 'Riverside portal', origin: 'https://portal.example', language: 'en' } as const;
const link = 'https://portal.example/activate?token=a-b_c&x=1';
const message = {
  subject: 'Set up <your> account',
  preview: 'One step left',
  body: (
    <>
      <EmailHeading>Set up your account</EmailHeading>
      <EmailParagraph>
        Dear Asha Rao, this paragraph is long enough that a narrow plain text reader would want to wrap it.
      </EmailParagraph>
      <EmailButton href={link}>Set up your account</EmailButton>
      <EmailParagraph>Or type this code:</EmailParagraph>
      <EmailCode>12345678</EmailCode>
      <EmailList items={['The first thing', 'The second thing']} />
    </>
  ),
};

test('an e-mail gives its link in text as a bare address on a line of its own', () => {
  const lines = renderEmail(message, frame).text.split('\n');
  expect(lines).toContain(link);
  expect(lines[lines.indexOf(link) - 1]).toBe('Set up your account:');
});

test('the text form says everything the HTML says, once', () => {
  const { text } = renderEmail(message, frame);
  for (const words of ['Dear Asha Rao', '1234 5678', 'The second thing', 'sent by Riverside portal'])
    expect(text.split(words)).toHaveLength(2);
  expect(text.split(link)).toHaveLength(2);
});

test('the HTML form names its language and escapes what it is given', () => {
  const { html } = renderEmail(message, frame);
  expect(html).toContain('<html lang="en">');
  expect(html).toContain('<title>Set up &lt;your&gt; account</title>');
  expect(html).toContain(`href="${link.replace('&', '&amp;')}"`);
});

test('every word of the frame comes from the catalogue', () => {
  const { text } = renderEmail({ subject: 'x', body: null }, { ...frame, language: 'pseudo' });
  const outside = text.replace(/⟦[^⟧]*⟧/g, '').replace(frame.origin, '');
  expect(outside).not.toMatch(/[a-z]/i);
});
