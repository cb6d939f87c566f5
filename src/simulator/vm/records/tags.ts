/** The invented tags of the simulated container. */
import { toUuid } from '../../invented-ids.js';
import { toIso } from '../../records/invented-time.js';
import { usernames } from './users.js';
import type { SimulatedUser } from './users.js';

export interface SimulatedTagCategory {
  readonly uuid: string;
  readonly name: string;
  readonly description: string;
  readonly reserved: boolean;
  readonly created_at: string;
  readonly created_by: string;
  readonly updated_at: string;
  readonly updated_by: string;
}

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
  readonly access_control: object;
  readonly saved_search: boolean;
  /** The rules of a dynamic tag, as JSON in text. */
  readonly filters?: { readonly asset: string };
}

const categories: readonly (readonly [string, readonly string[]])[] = [
  ['Location', ['Berlin', 'Lisbon', 'Nairobi', 'Osaka', 'Quito', 'Tallinn', 'Wellington']],
  ['Environment', ['Production', 'Staging', 'Test', 'Development']],
  ['Owner', ['Finance', 'Logistics', 'Payroll', 'Research', 'Sales', 'Support']],
  ['Criticality', ['Low', 'Medium', 'High', 'Mission']],
  ['Wave', ['1', '2', '3', '4']],
];

export function createTagCategories(): SimulatedTagCategory[] {
  return categories.map(([name]) => ({
    uuid: toUuid('tag category', name),
    name,
    description: '',
    reserved: false,
    created_at: toIso(-400),
    created_by: usernames.administrator,
    updated_at: toIso(-90),
    updated_by: usernames.administrator,
  }));
}

/** 25 tag values in five categories. */
export function createTagValues(): SimulatedTagValue[] {
  const valuesOf = new Map(categories);
  return createTagCategories().flatMap((category) => (valuesOf.get(category.name) ?? []).map((value, at) => createTagValue(category, value, at)));
}

function createTagValue(category: SimulatedTagCategory, value: string, at: number): SimulatedTagValue {
  return {
    uuid: toUuid('tag value', category.name, value),
    created_at: toIso(-400 + at),
    created_by: usernames.administrator,
    updated_at: toIso(-90 + at),
    updated_by: usernames.administrator,
    ...ofCategory(category),
    value,
    description: '',
    type: at % 3 === 0 ? 'dynamic' : 'static',
    access_control: { current_user_permissions: allPermissions },
    saved_search: false,
  };
}

const allPermissions = ['ALL', 'CAN_EDIT', 'CAN_SET_PERMISSIONS'];

/** What a value tells of its category. */
export function ofCategory({ description, name, uuid }: SimulatedTagCategory): Pick<SimulatedTagValue, 'category_description' | 'category_name' | 'category_uuid'> {
  return { category_uuid: uuid, category_name: name, category_description: description };
}

/** The permissions of a tag that a user creates. */
export function toPermissions({ username, uuid }: SimulatedUser): object {
  return {
    current_user_permissions: allPermissions,
    defined_domain_permissions: allPermissions,
    all_users_permissions: [],
    current_domain_permissions: [{ id: uuid, name: username, type: 'USER', permissions: allPermissions }],
    version: 0,
  };
}
