import { z } from 'zod';
import { uiWords } from './ui.words.ts';

/** Forms are made anew with each visitor's words, so that compiling one is never paid back. */
z.config({ jitless: true });

export interface FieldError {
  field: string;
  message: string;
}

/** What a form shows: the values to keep, and what is wrong with them. */
export interface FormState {
  values: Record<string, string>;
  errors: FieldError[];
}

export type ReadForm<Values> = { valid: true; values: Values } | ({ valid: false } & FormState);

export const emptyForm: FormState = { values: {}, errors: [] };

export const filledForm = (values: Record<string, string>): FormState => ({ values, errors: [] });

/** Checks what was posted. A missing field counts as empty, and `unexpected` is said where the schema has no words. */
export function readForm<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
  unexpected = uiWords.en.unexpected,
): ReadForm<z.output<Schema>> {
  const result = schema.safeParse(completed(schema, fieldsOf(body)), { error: () => unexpected });
  if (result.success) return { valid: true, values: result.data };
  return { valid: false, values: typedValues(body), errors: firstErrors(result.error.issues) };
}

/** What was typed, to be shown again. Passwords never are; several choices are kept one a line. */
export function typedValues(body: unknown): Record<string, string> {
  const kept = Object.entries(fieldsOf(body)).filter(
    ([name]) => name !== 'csrf' && name !== 'kept' && !/passw|passphrase|passkey|secret/i.test(name),
  );
  return Object.fromEntries(kept.flatMap(([name, value]) => (isText(value) ? [[name, asText(value)]] : [])));
}

/** A field that may be ticked several times: one value arrives as a string, several as a list. */
export const manyOf = <Items extends z.ZodType>(items: Items) => {
  const field = z.preprocess((value) => (Array.isArray(value) ? value : value ? [value] : []), items);
  manyFields.add(field);
  return field;
};

export const errorFor = (form: FormState, field: string) =>
  form.errors.find((error) => error.field === field)?.message;

export const withError = (form: FormState, field: string, message: string): FormState => ({
  values: form.values,
  errors: [...form.errors, { field, message }],
});

/** The props that tie a field component to its form: `<TextInput {...fieldOf(form, 'email')} label=… />`. */
export const fieldOf = (form: FormState, name: string) => ({
  name,
  value: form.values[name],
  error: errorFor(form, name),
});

const manyFields = new WeakSet<z.ZodType>();

const fieldsOf = (body: unknown) =>
  body && typeof body === 'object' ? (body as Record<string, unknown>) : {};

/** Every field of the schema, present; a name posted twice gives its first value unless many are wanted. */
function completed(schema: z.ZodType, body: Record<string, unknown>) {
  const one = (value: unknown) => textOrNothing(Array.isArray(value) ? value[0] : value);
  return Object.fromEntries(
    Object.entries(shapeOf(schema)).map(([name, field]) => {
      const value = Object.hasOwn(body, name) ? body[name] : undefined;
      return [name, manyFields.has(field) ? value : one(value)];
    }),
  );
}

function shapeOf(schema: z.ZodType): Record<string, z.ZodType> {
  if (schema instanceof z.ZodObject) return schema.shape;
  if (schema instanceof z.ZodPipe) return shapeOf(schema.in as z.ZodType);
  throw new Error('A form schema must be an object of fields.');
}

/** One message a field, in the order of the fields: people mend one thing at a time. */
function firstErrors(issues: z.core.$ZodIssue[]): FieldError[] {
  const errors = issues.map((issue) => ({ field: String(issue.path[0] ?? ''), message: issue.message }));
  return errors.filter((error, at) => errors.findIndex((other) => other.field === error.field) === at);
}

const textOrNothing = (value: unknown) => (typeof value === 'string' ? value : '');

const isText = (value: unknown): value is string | string[] =>
  typeof value === 'string' || (Array.isArray(value) && value.every((item) => typeof item === 'string'));

const asText = (value: string | string[]) => (Array.isArray(value) ? value.join('\n') : value);
