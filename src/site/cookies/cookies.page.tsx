import { Code, Heading, type Page, Table } from '../../ui/index.ts';
import type { CookiesWords } from './cookies.words.ts';

interface CookieUsed {
  name: string;
  purpose: keyof CookiesWords['purposes'];
  /** How long it lasts, in words; left out when it goes with the browser. */
  lasts?: string;
}

interface CookiesPageProps {
  serviceName: string;
  cookies: readonly CookieUsed[];
}

/** Lists what is really set, so the names and times come from whoever sets them. */
export const cookiesPage = ({ serviceName, cookies }: CookiesPageProps, words: CookiesWords): Page => ({
  title: words.title,
  body: (
    <>
      <Heading>{words.title}</Heading>
      <p>{words.intro(serviceName)}</p>
      <p>{words.noConsent}</p>
      <Table
        caption={words.heading}
        columns={[
          { heading: words.columns.name },
          { heading: words.columns.purpose },
          { heading: words.columns.expires },
        ]}
        rows={cookies.map((cookie) => [
          <Code key={cookie.name}>{cookie.name}</Code>,
          words.purposes[cookie.purpose],
          cookie.lasts ? words.after(cookie.lasts) : words.whenClosed,
        ])}
      />
      <p>{words.removing}</p>
    </>
  ),
});
