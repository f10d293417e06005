import fc from 'fast-check';

/**
 * Properties are tried with the same cases every time, so that a commit passes or fails whoever runs it. Others are
 * tried with a number of your own: `GATEHOUSE_TEST_SEED=7 npm test`.
 */
fc.configureGlobal({ seed: Number(process.env.GATEHOUSE_TEST_SEED ?? 20_260_302) });

export default fc;
