import type { FastifyInstance } from 'fastify';

export interface Answer {
  status: number;
  /** The words of the page, without markup. */
  text: string;
  html: string;
  headers: Record<string, unknown>;
  location: string | undefined;
}

export interface Browser {
  get(address: string): Promise<Answer>;
  /** Posts a form as a page would: with the token of the last page seen, fetching one first when there is none. */
  /** A list is a field that is sent several times. */
  post(address: string, fields?: Fields): Promise<Answer>;
  /** Follows a redirect to its end. */
  follow(answer: Answer): Promise<Answer>;
  head(address: string): Promise<Answer>;
  cookies: Map<string, string>;
  /** Uses another token than the page's, as a forger must. */
  forgetToken(): void;
}

/** A browser without JavaScript: it keeps cookies and fills in forms, and nothing else. */
export function createBrowser(
  server: FastifyInstance,
  {
    userAgent = 'Mozilla/5.0 (Windows NT 10.0) Firefox/150.0',
    address = '198.51.100.7',
    host = 'localhost:3000',
  } = {},
): Browser {
  const cookies = new Map<string, string>();
  let token: string | undefined;

  async function send(method: 'GET' | 'POST' | 'HEAD', url: string, fields?: Fields) {
    const response = await server.inject({
      method,
      url: pathOf(url),
      headers: {
        host,
        'user-agent': userAgent,
        'x-forwarded-for': address,
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(fields && { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(fields && { payload: encoded(fields) }),
    });
    keepCookies(cookies, response.headers['set-cookie']);
    token = /name="csrf" value="([^"]+)"/.exec(response.body)?.[1] ?? token;
    return answerOf(response);
  }

  const browser: Browser = {
    cookies,
    get: (url) => send('GET', url),
    head: (url) => send('HEAD', url),
    post: async (url, fields = {}) => {
      if (!token) await send('GET', url);
      if (!token) await send('GET', '/log-in');
      return send('POST', url, { csrf: token ?? '', ...fields });
    },
    follow: async (answer) => {
      let last = answer;
      for (let hop = 0; hop < 5 && last.location; hop += 1) last = await send('GET', last.location);
      return last;
    },
    forgetToken: () => {
      token = 'forged';
    },
  };
  return browser;
}

type Fields = Readonly<Record<string, string | readonly string[]>>;

const encoded = (fields: Fields): string =>
  new URLSearchParams(
    Object.entries(fields).flatMap(([name, values]) =>
      [values].flat().map((value): [string, string] => [name, value]),
    ),
  ).toString();

const pathOf = (url: string): string =>
  url.startsWith('http') ? url.replace(/^https?:\/\/[^/]+/, '') || '/' : url;

function keepCookies(cookies: Map<string, string>, header: string | string[] | undefined): void {
  for (const line of [header ?? []].flat()) {
    const [pair = ''] = line.split(';');
    const at = pair.indexOf('=');
    if (/Max-Age=0|Expires=Thu, 01 Jan 1970/i.test(line)) cookies.delete(pair.slice(0, at));
    else cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }
}

function answerOf(response: { statusCode: number; body: string; headers: Record<string, unknown> }): Answer {
  const { location } = response.headers;
  return {
    status: response.statusCode,
    html: response.body,
    text: textOf(response.body),
    headers: response.headers,
    location: typeof location === 'string' ? location : undefined,
  };
}

const entities: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
};

const textOf = (html: string): string =>
  html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&(amp|lt|gt|quot|#x27);/g, (entity) => entities[entity] ?? entity)
    .replace(/\s+/g, ' ')
    .trim();
