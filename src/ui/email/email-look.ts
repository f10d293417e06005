import type { CSSProperties } from 'react';

const font = 'Arial, Helvetica, sans-serif';

/** Mail programs ignore style sheets, so every element carries its own style. */
export const look = {
  page: { margin: 0, padding: 0, backgroundColor: '#eef2f2', color: '#15262b', fontFamily: font },
  frame: { maxWidth: 600, margin: '0 auto', padding: '24px 16px' },
  service: { margin: '0 0 16px', fontSize: 18, lineHeight: '24px', fontWeight: 'bold', color: '#10373f' },
  letter: {
    padding: '32px 24px 16px',
    backgroundColor: '#ffffff',
    borderTop: '4px solid #14505c',
    overflowWrap: 'break-word',
  },
  heading: { margin: '0 0 20px', fontSize: 26, lineHeight: '32px', fontWeight: 'bold' },
  paragraph: { margin: '0 0 20px', fontSize: 18, lineHeight: '27px' },
  small: { margin: '0 0 20px', fontSize: 15, lineHeight: '22px', wordBreak: 'break-all', color: '#4a5c62' },
  link: { color: '#0d5a6b' },
  button: {
    display: 'inline-block',
    padding: '14px 22px',
    borderRadius: 6,
    backgroundColor: '#0f6b5e',
    color: '#ffffff',
    fontSize: 18,
    lineHeight: '24px',
    fontWeight: 'bold',
    textDecoration: 'none',
  },
  code: {
    margin: '0 0 20px',
    padding: '14px 18px',
    backgroundColor: '#eef2f2',
    fontFamily: 'Consolas, Menlo, "Courier New", monospace',
    fontSize: 32,
    lineHeight: '40px',
    letterSpacing: 3,
    fontWeight: 'bold',
  },
  list: { margin: '0 0 20px', padding: '0 0 0 24px', fontSize: 18, lineHeight: '27px' },
  item: { margin: '0 0 6px' },
  footer: { padding: '20px 24px', fontSize: 15, lineHeight: '22px', color: '#4a5c62' },
  footerLine: { margin: '0 0 6px' },
  hidden: { display: 'none', maxHeight: 0, overflow: 'hidden' },
} satisfies Record<string, CSSProperties>;
