/** An error whose message is one clear sentence for the operator; it needs no stack trace. */
export const refusal = (sentence: string): Error =>
  Object.assign(new Error(sentence), { code: 'GATEHOUSE_REFUSED' });

export const isRefusal = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && error.code === 'GATEHOUSE_REFUSED';
