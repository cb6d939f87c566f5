/** The invented tags of the simulated container. */
import { toUuid } from '../../invented-ids.js';
import { toIso } from '../../records/invented-time.js';
import { usernames } from './users.js';

export interface SimulatedTagValue {
  readonly uuid: string;
  readonly created_at: string;
  readonly created_by: string;
  readonly updated_at: string;
  readonly updated_by: string;
  readonly category_uuid: string;
  readonly value: string;
  readonly description: string;
  readonly type: 'static' | 'dynamic';
  readonly category_name: string;
  readonly category_description: string;
  readonly access_control: { readonly current_user_permissions: readonly string[] };
  readonly saved_search: boolean;
}

const categories: readonly (readonly [string, readonly string[]])[] = [
  ['Location', ['Berlin', 'Lisbon', 'Nairobi', 'Osaka', 'Quito', 'Tallinn', 'Wellington']],
  ['Environment', ['Production', 'Staging', 'Test', 'Development']],
  ['Owner', ['Finance', 'Logistics', 'Payroll', 'Research', 'Sales', 'Support']],
  ['Criticality', ['Low', 'Medium', 'High', 'Mission']],
  ['Wave', ['1', '2', '3', '4']],
];

/** 25 tag values in five categories. */
export function createTagValues(): readonly SimulatedTagValue[] {
  return categories.flatMap(([category, values]) => values.map((value, at) => createTagValue(category, value, at)));
}

function createTagValue(category: string, value: string, at: number): SimulatedTagValue {
  return {
    uuid: toUuid('tag value', category, value),
    created_at: toIso(-400 + at),
    created_by: usernames.administrator,
    updated_at: toIso(-90 + at),
    updated_by: usernames.administrator,
    category_uuid: toUuid('tag category', category),
    value,
    description: '',
    type: at % 3 === 0 ? 'dynamic' : 'static',
    category_name: category,
    category_description: '',
    access_control: { current_user_permissions: ['ALL', 'CAN_EDIT', 'CAN_SET_PERMISSIONS'] },
    saved_search: false,
  };
}
