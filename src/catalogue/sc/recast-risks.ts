/** Recast risk rules: findings whose severity is changed. https://docs.tenable.com/security-center/api/Recast-Risk-Rule.htm */
import { list, post } from '../language/index.js';
import { ObjectReference } from './parts/objects.js';
import { RecastRiskRule, riskRules, riskSettings } from './parts/risk-rules.js';

export const page = 'https://docs.tenable.com/security-center/api/Recast-Risk-Rule.htm';

export const operations = {
  ...riskRules('/recastRiskRule', RecastRiskRule, 'sc.recast_risks'),
  create: post('/recastRiskRule', {
    doc: 'Creates rules: one for each repository.',
    input: { ...riskSettings, newSeverity: ObjectReference.describe('0 info to 4 critical.') },
    output: list(RecastRiskRule),
    pyTenable: 'sc.recast_risks.create',
  }),
};
