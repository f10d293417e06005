const told: Record<string, string> = {
  'authenticator app': '',
  'authenticator on a computer': ' on your computer',
};

/** Which authenticator app is meant, after “your authenticator app”; a name that only repeats this says nothing. */
export const whichApp = (name: string): string => (name ? (told[name.toLowerCase()] ?? ` (${name})`) : '');
