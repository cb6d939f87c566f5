/** The adapter with Effect 4. */
import { Context } from 'effect';

import type { VmClient } from 'tenable-result';

import { describeEffectAdapter } from './effect-suite.js';
import type { Vm } from './effect-suite.js';

describeEffectAdapter((key) => Context.Service<Vm, VmClient>(key));
