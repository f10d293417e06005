// Owns how one node tells all others that something changed, and streams of events to browsers that look.
// Tables: none.
// Every module may announce; those with pages that are live may listen and stream.
export { announce } from './announce.ts';
export { eventStreams, type StreamedEvent, type Streams } from './event-streams.ts';
export { createLive, type Live } from './live.ts';
