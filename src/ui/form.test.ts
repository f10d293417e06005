import { expect, test } from 'vitest';
import { z } from 'zod';
import fc from '../../tests/support/properties.ts';
import { emptyForm, errorFor, fieldOf, manyOf, readForm, typedValues, withError } from './form.ts';

const email = z.string().trim().min(1, 'Enter your email address');
const schema = z.object({
  email,
  password: z.string().min(12, 'Use 12 characters or more'),
  checks: manyOf(z.array(z.enum(['phone', 'letter'])).min(1, 'Select what you checked')),
});

test('a good form gives its values, tidied by the schema', () => {
  const form = readForm(schema, { email: ' a@b.test ', password: 'four small words', checks: 'phone' });
  expect(form).toEqual({
    valid: true,
    values: { email: 'a@b.test', password: 'four small words', checks: ['phone'] },
  });
});

test('a wrong form keeps what was typed, and never a password', () => {
  const form = readForm(schema, { email: 'a@b.test', password: 'short', checks: ['phone', 'letter'] });
  expect(form).toEqual({
    valid: false,
    values: { email: 'a@b.test', checks: 'phone\nletter' },
    errors: [{ field: 'password', message: 'Use 12 characters or more' }],
  });
});

test.each(['password', 'newPassword', 'current-password', 'passphrase', 'clientSecret', 'csrf'])(
  'a field called %s is never shown back',
  (name) => expect(typedValues({ [name]: 'x', email: 'a' })).toEqual({ email: 'a' }),
);

test('fields that were not sent say what to enter, in the order of the form', () => {
  for (const body of [undefined, null, '', {}, []])
    expect(readForm(schema, body)).toMatchObject({
      errors: [
        { message: 'Enter your email address' },
        { message: 'Use 12 characters or more' },
        { message: 'Select what you checked' },
      ],
    });
});

test('a field has one error at a time, even where several rules are broken', () => {
  const strict = z.object({ code: z.string().min(1, 'Enter the code').regex(/^\d+$/, 'Use numbers') });
  expect(readForm(strict, {})).toMatchObject({ errors: [{ field: 'code', message: 'Enter the code' }] });
});

test('a field sent twice counts once', () => {
  expect(readForm(z.object({ email }), { email: ['first', 'second'] })).toMatchObject({
    values: { email: 'first' },
  });
});

test('rules across fields, and schemas that transform, are forms too', () => {
  const pair = z
    .object({ from: z.string(), to: z.string() })
    .refine(({ from, to }) => from < to, { path: ['to'], message: 'The end must be after the start' })
    .transform(({ from, to }) => `${from} to ${to}`);
  expect(readForm(pair, { from: '1', to: '2' })).toEqual({ valid: true, values: '1 to 2' });
  expect(readForm(pair, { from: '2', to: '1' })).toMatchObject({ errors: [{ field: 'to' }] });
});

test('an answer that the page did not offer gets words too', () => {
  expect(readForm(schema, { checks: 'smoke signal' })).toMatchObject({
    errors: [{}, {}, { field: 'checks', message: 'Choose one of the answers shown' }],
  });
});

test('an error found later joins the others and reaches its field', () => {
  const form = withError(withError(emptyForm, 'email', 'Enter it'), 'email', 'Again');
  expect(errorFor(form, 'email')).toBe('Enter it');
  expect(fieldOf(form, 'email')).toEqual({ name: 'email', value: undefined, error: 'Enter it' });
  expect(emptyForm.errors).toEqual([]);
});

test('whatever is posted, reading it does not throw, and every message is one of ours', () => {
  const ours = ['Enter your email address', 'Use 12 characters or more', 'Select what you checked'];
  fc.assert(
    fc.property(fc.dictionary(fieldNames, fc.anything()), (body) => {
      const form = readForm(z.object({ email, password: schema.shape.password }), body);
      if (!form.valid) for (const { message } of form.errors) expect(ours).toContain(message);
    }),
  );
});

const fieldNames = fc.constantFrom('email', 'password', '__proto__', 'constructor', 'other');
