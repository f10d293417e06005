import { takeFocus } from './take-focus.ts';

export function focusNotification(banner: HTMLElement) {
  if (banner.getAttribute('role') === 'alert') takeFocus(banner);
}
