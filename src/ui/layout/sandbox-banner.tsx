import { useLayoutWords } from './layout-words.ts';

export function SandboxBanner() {
  const words = useLayoutWords().sandbox;
  return (
    <aside className="gh-sandbox" aria-label={words.label}>
      <div className="nhsuk-width-container">
        <strong className="gh-sandbox__label">{words.label}</strong> {words.warning}{' '}
        <span className="gh-sandbox__links">
          <a href="/sandbox">{words.link}</a> <a href="/sandbox/inbox">{words.inbox}</a>
        </span>
      </div>
    </aside>
  );
}
