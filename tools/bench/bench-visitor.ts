import { get } from 'node:http';
import { benchHost } from './serve-portal.ts';

/** What a browser holds before log in: a cookie and, from the page, the token that goes with it. */
export interface BenchVisitor {
  cookie: string;
  csrf: string;
}

export function visit(port: number, path: string): Promise<BenchVisitor> {
  return new Promise((done, fail) => {
    get({ port, host: '127.0.0.1', path, headers: { host: benchHost } }, (answer) => {
      let html = '';
      answer.setEncoding('utf8').on('data', (part) => (html += part));
      answer.once('end', () => {
        const csrf = /name="csrf" value="([^"]+)"/.exec(html)?.[1];
        const cookie = answer.headers['set-cookie']?.[0]?.split(';')[0];
        if (csrf && cookie) done({ cookie, csrf });
        else fail(new Error(`${path} gave no form: status ${answer.statusCode}`));
      });
    }).once('error', fail);
  });
}
