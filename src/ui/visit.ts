import { createContext, useContext } from 'react';
import { type Language, wordsIn } from '../kernel/words.ts';
import { uiWords } from './ui.words.ts';

export type Theme = 'neutral' | 'nhs';

export interface NavigationItem {
  href: string;
  label: string;
  current: boolean;
  /** Of a section with several: shown while one of them is open. */
  pages?: NavigationItem[];
}

/** Where the person acts, and the page that changes it when there is another. */
export interface VisitedOrganisation {
  name: string;
  /** Its own page. */
  href: string | undefined;
  switchHref: string | undefined;
}

/** How long a session lasts and what is left of it, in milliseconds, and where the browser asks and extends it. */
export interface VisitedSession {
  idleIn: number;
  longestIn: number;
  warnBefore: number;
  idle: number;
  longest: number;
  status: string;
  stay: string;
}

/** What every page knows about the request it answers; pages read it from context and stay pure functions. */
export interface Visit {
  language: Language;
  nonce: string;
  csrfToken: string;
  /** The secret of what was typed before and fills this page's form; sent along, so that it is forgotten then. */
  kept?: string | undefined;
  path: string;
  requestId: string;
  service: { name: string; origin: string; theme: Theme };
  sandbox: boolean;
  /** The person logged in, in this page's realm. */
  person: { name: string; organisation?: VisitedOrganisation } | undefined;
  /** The session of the person logged in, on pages where its end matters. */
  session?: VisitedSession | undefined;
  links: { home: string; logIn: string | undefined; account: string; logOut: string };
  /** Whether "Log in" opens a dialog. */
  logInDialog: boolean;
  navigation: NavigationItem[];
  /** The hashed address of a built file: 'main.css' gives '/assets/main-HASH.css'. */
  assets: (name: string) => string;
}

export const VisitContext = createContext<Visit | undefined>(undefined);

export function useVisit(): Visit {
  const visit = useContext(VisitContext);
  if (!visit) throw new Error('A page was rendered outside renderPage.');
  return visit;
}

export const useUiWords = () => wordsIn(uiWords, useVisit().language);
