/** Accept risk rules: findings that are accepted. https://docs.tenable.com/security-center/api/Accept-Risk-Rule.htm */
import { list, post } from '../language/index.js';
import { AcceptRiskRule, riskRules, riskSettings } from './parts/risk-rules.js';

export const page = 'https://docs.tenable.com/security-center/api/Accept-Risk-Rule.htm';

export const operations = {
  ...riskRules('/acceptRiskRule', AcceptRiskRule, 'sc.accept_risks'),
  create: post('/acceptRiskRule', {
    doc: 'Creates rules: one for each repository.',
    input: riskSettings,
    output: list(AcceptRiskRule),
    pyTenable: 'sc.accept_risks.create',
  }),
};
