/** All that a description needs. */
export { z } from 'zod';

export { byOffset, byRange, get, patch, post, put, remove } from './operation.js';
export { admits, excludes, limits, needs, withRules } from './rules.js';
export * from './words.js';
