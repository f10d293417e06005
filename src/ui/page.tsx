import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Layout } from './layout/layout.tsx';
import { type Visit, VisitContext } from './visit.ts';

/** What a slice hands over to be shown. */
export interface Page {
  title: string;
  body: ReactNode;
  hasErrors?: boolean;
  back?: { href: string; label?: string };
  width?: 'two-thirds' | 'full';
}

export function renderPage(page: Page, visit: Visit): string {
  const markup = renderToStaticMarkup(
    <VisitContext value={visit}>
      <Layout page={page} />
    </VisitContext>,
  );
  return `<!DOCTYPE html>${markup}`;
}
