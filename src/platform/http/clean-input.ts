/**
 * PostgreSQL stores no U+0000, and no lone half of a surrogate pair: nobody types either, so both are taken out of
 * everything that arrives before anyone looks at it.
 */
export function cleanInput<Input>(input: Input): Input {
  if (typeof input === 'string') return input.replaceAll('\u0000', '').toWellFormed() as Input;
  if (Array.isArray(input)) return input.map(cleanInput) as Input;
  if (input === null || typeof input !== 'object' || Buffer.isBuffer(input)) return input;
  return Object.fromEntries(Object.entries(input).map(([name, value]) => [name, cleanInput(value)])) as Input;
}
