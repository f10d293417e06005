import type { ResolveDns } from '../../src/platform/dns/resolve-dns.ts';

/** Like `{ 'TXT practice.test': ['v=spf1 ip4:192.0.2.7 -all'] }`. An error's code in place of records is what it fails with. */
export type DnsRecords = Readonly<Record<string, readonly string[] | 'ETIMEOUT'>>;

export const dnsOf =
  (records: DnsRecords): ResolveDns =>
  async (name, type) => {
    const found = records[`${type} ${name}`];
    if (found === undefined) throw Object.assign(new Error('not found'), { code: 'ENOTFOUND' });
    if (found === 'ETIMEOUT') throw Object.assign(new Error('no answer'), { code: 'ETIMEOUT' });
    return type === 'TXT' ? found.map((text) => [text]) : [...found];
  };
