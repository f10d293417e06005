/** Keeps a number of connections busy: each asks again as soon as it was answered. */
import { json } from 'node:stream/consumers';
import autocannon from 'autocannon';

interface Input {
  url: string;
  connections: number;
  seconds: number;
  requests: { path: string; headers: Record<string, string> }[];
}

const { url, connections, seconds, requests } = (await json(process.stdin)) as Input;
const result = await autocannon({ url, connections, duration: seconds, requests });
const { average: perSecond } = result.requests;
const refused = result.non2xx + result.errors + result.timeouts;
process.stdout.write(JSON.stringify({ perSecond, refused, p99: result.latency.p99 }));
