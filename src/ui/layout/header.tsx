import { type NavigationItem, useVisit } from '../visit.ts';
import { useLayoutWords } from './layout-words.ts';
import { LogOutButton } from './log-out-button.tsx';

/** Our own header: the library's draws a logo that only NHS bodies may show. */
export function Header() {
  const visit = useVisit();
  return (
    <header className="gh-header">
      <div className="nhsuk-width-container gh-header__row">
        <a className="gh-header__service" href={visit.links.home}>
          <GateMark />
          <span>{visit.service.name}</span>
        </a>
        <Account />
      </div>
      <Organisation />
      {visit.navigation.length > 0 ? <Navigation items={visit.navigation} /> : null}
    </header>
  );
}

const GateMark = () => (
  <svg
    className="gh-header__mark"
    viewBox="0 0 32 32"
    width="32"
    height="32"
    aria-hidden="true"
    focusable="false"
  >
    <path d="M5 28V13a11 11 0 0 1 22 0v15h-4V13a7 7 0 0 0-14 0v15zm7 0V14h2v14zm6 0V14h2v14z" />
  </svg>
);

function Account() {
  const { person, links } = useVisit();
  const words = useLayoutWords();
  if (!person && !links.logIn) return null;
  return (
    <nav className="gh-header__account" aria-label={words.account}>
      {person ? (
        <>
          <a className="gh-header__link" href={links.account}>
            <span className="nhsuk-u-visually-hidden">{words.yourAccount} </span>
            {person.name}
          </a>
          <LogOutButton action={links.logOut} label={words.logOut} />
        </>
      ) : (
        <a className="gh-header__link gh-header__log-in" href={links.logIn}>
          {words.logIn}
        </a>
      )}
    </nav>
  );
}

/** Where the person acts now, on every page, because who works for two practices must see for which. */
function Organisation() {
  const organisation = useVisit().person?.organisation;
  const words = useLayoutWords();
  if (!organisation) return null;
  return (
    <div className="gh-organisation">
      <p className="nhsuk-width-container gh-organisation__row">
        <span>
          {words.actingFor}{' '}
          <strong>
            {organisation.href ? (
              <a className="gh-header__link" href={organisation.href}>
                {organisation.name}
              </a>
            ) : (
              organisation.name
            )}
          </strong>
        </span>
        {organisation.switchHref ? (
          <a
            className="gh-header__link gh-header__switch"
            href={organisation.switchHref}
            data-find-label={words.switching.find}
            data-nothing-label={words.switching.nothing}
            data-close-label={words.close}
          >
            {words.switchOrganisation}
            <span className="nhsuk-u-visually-hidden"> {words.whatIsSwitched}</span>
          </a>
        ) : null}
      </p>
    </div>
  );
}

function Navigation({ items }: { items: NavigationItem[] }) {
  const words = useLayoutWords();
  const open = items.find(({ current, pages }) => current && pages !== undefined);
  return (
    <>
      <nav className="gh-navigation" aria-label={words.navigation}>
        <NavigationList items={items} />
      </nav>
      {open?.pages ? (
        <nav className="gh-navigation gh-navigation--pages" aria-label={open.label}>
          <NavigationList items={open.pages} />
        </nav>
      ) : null}
    </>
  );
}

const NavigationList = ({ items }: { items: NavigationItem[] }) => (
  <ul className="nhsuk-width-container gh-navigation__list">
    {items.map(({ href, label, current, pages }) => (
      <li key={href}>
        <a
          className="gh-navigation__link"
          href={href}
          aria-current={current ? (pages ? 'true' : 'page') : undefined}
        >
          {label}
        </a>
      </li>
    ))}
  </ul>
);
