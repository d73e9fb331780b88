import { configureGlobal } from 'fast-check';

// How many cases each property tries. fast-check prints seed and path of a failing one, which makes it repeatable.
configureGlobal({ numRuns: Number(process.env['PROPERTY_RUNS'] ?? 100) });
