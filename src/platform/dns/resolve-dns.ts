import { Resolver } from 'node:dns/promises';
import { seconds } from '../../kernel/duration.ts';

/** Asks the domain name system; rejects with the code of `node:dns`, like ENOTFOUND. */
export type ResolveDns = (name: string, type: string) => Promise<string[][] | string[]>;

const resolver = new Resolver({ timeout: seconds(2), tries: 2 });

export const systemDns: ResolveDns = async (name, type) =>
  (await resolver.resolve(name, type)) as string[][] | string[];
