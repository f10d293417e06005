import { useVisit } from '../visit.ts';
import { useLayoutWords } from './layout-words.ts';
import { SessionLimits } from './session-warning.tsx';

export function Footer() {
  const words = useLayoutWords().footer;
  const links = [
    { href: '/accessibility', label: words.accessibility },
    { href: '/contact', label: words.contact },
    { href: '/cookies', label: words.cookies },
    { href: '/help', label: words.help },
    { href: '/privacy', label: words.privacy },
    { href: '/terms', label: words.terms },
  ];
  return (
    <footer className="gh-footer">
      <div className="nhsuk-width-container">
        <h2 className="nhsuk-u-visually-hidden">{words.heading}</h2>
        <ul className="gh-footer__list">
          {links.map((link) => (
            <li key={link.href}>
              <a className="gh-footer__link" href={link.href}>
                {link.label}
              </a>
            </li>
          ))}
        </ul>
        <SessionLimits />
        <p className="gh-footer__service">{useVisit().service.name}</p>
      </div>
    </footer>
  );
}
