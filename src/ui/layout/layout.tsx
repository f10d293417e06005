import type { Page } from '../page.tsx';
import { useVisit, type Visit } from '../visit.ts';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';
import type { LayoutWords } from './layout.words.ts';
import { useLayoutWords } from './layout-words.ts';
import { LogInDialog } from './log-in-dialog.tsx';
import { SandboxBanner } from './sandbox-banner.tsx';
import { SessionWarning } from './session-warning.tsx';

/** The whole document around a page: head, header, main and footer. */
export function Layout({ page }: { page: Page }) {
  const visit = useVisit();
  const words = useLayoutWords();
  return (
    <html lang="en" className={`gh-theme-${visit.service.theme}`}>
      <Head title={titleOf(page, visit, words)} visit={visit} />
      <body>
        <a className="nhsuk-skip-link" href="#maincontent">
          {words.skip}
        </a>
        <Header />
        {visit.sandbox ? <SandboxBanner /> : null}
        <Main page={page} words={words} />
        <Footer />
        <LogInDialog />
        <SessionWarning />
      </body>
    </html>
  );
}

function titleOf(page: Page, visit: Visit, words: LayoutWords) {
  const title = page.hasErrors ? words.errorTitle(page.title) : page.title;
  return page.title === visit.service.name ? title : words.fullTitle(title, visit.service.name);
}

function Head({ title, visit }: { title: string; visit: Visit }) {
  const stylesheet = visit.service.theme === 'nhs' ? 'nhs.css' : 'main.css';
  return (
    <head>
      <meta charSet="utf-8" />
      <title>{title}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="theme-color" content={visit.service.theme === 'nhs' ? '#005eb8' : '#124049'} />
      <meta name="format-detection" content="telephone=no" />
      <link rel="icon" href="/assets/images/gate.svg" type="image/svg+xml" />
      <link rel="stylesheet" href={visit.assets(stylesheet)} />
      <script type="module" src={visit.assets('main.js')} nonce={visit.nonce} />
    </head>
  );
}

function Main({ page, words }: { page: Page; words: LayoutWords }) {
  const width = page.width === 'full' ? 'nhsuk-grid-column-full' : 'nhsuk-grid-column-two-thirds';
  return (
    <div className="nhsuk-width-container gh-content">
      {page.back ? (
        <a className="nhsuk-back-link" href={page.back.href}>
          {page.back.label ?? words.back}
        </a>
      ) : null}
      <main className="nhsuk-main-wrapper" id="maincontent">
        <div className="nhsuk-grid-row">
          <div className={width}>{page.body}</div>
        </div>
      </main>
    </div>
  );
}
