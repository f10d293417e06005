import { expect, test } from 'vitest';
import { mixesScripts } from './mixed-scripts.ts';

test.each(['аmara Osei', 'ben.οkoro@fern.example', 'amara@fеrn.example'])(
  '%s takes letters from two alphabets',
  (text) => expect(mixesScripts(text)).toBe(true),
);

test.each(['Amara Osei', 'Ольга Smith', 'Zoë O’Neill-García', 'Αθηνά', '李 Wei', 'nurse7@fern.example', ''])(
  '“%s” does not',
  (text) => expect(mixesScripts(text)).toBe(false),
);
