import convert from 'heic-convert';

process.once('message', async (picture: Uint8Array) => {
  const jpeg = await convert({ buffer: picture, format: 'JPEG', quality: 0.9 });
  process.send?.(new Uint8Array(jpeg));
});
process.on('disconnect', () => process.exit());
