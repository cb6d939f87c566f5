/** The invented checks that findings come from. */

export interface SimulatedPlugin {
  readonly id: number;
  readonly name: string;
  readonly family: string;
  readonly familyId: number;
  /** 0 info to 4 critical. */
  readonly severityId: number;
  readonly cves: readonly string[];
  readonly port: number;
  readonly service: string;
  readonly synopsis: string;
  readonly solution: string;
}

export const severities: readonly string[] = ['info', 'low', 'medium', 'high', 'critical'];
export const riskFactors: readonly string[] = ['None', 'Low', 'Medium', 'High', 'Critical'];

/** One of them belongs to a finding: `plugins[at % plugins.length]`. */
export const plugins: readonly [SimulatedPlugin, ...SimulatedPlugin[]] = [
  {
    id: 900_101, name: 'Example HTTP Server < 9.4.2 Remote Code Execution', family: 'Web Servers', familyId: 90, severityId: 4,
    cves: ['CVE-2099-10001'], port: 443, service: 'www', synopsis: 'The web server can be made to run code.', solution: 'Upgrade to Example HTTP Server 9.4.2.',
  },
  {
    id: 900_102, name: 'Example TLS Library 3.x < 3.9 Multiple Vulnerabilities', family: 'General', familyId: 91, severityId: 3,
    cves: ['CVE-2099-10002', 'CVE-2099-10003'], port: 443, service: 'www', synopsis: 'The TLS library has several flaws.', solution: 'Upgrade to Example TLS Library 3.9.',
  },
  {
    id: 900_103, name: 'Example Database Default Credentials', family: 'Databases', familyId: 92, severityId: 4,
    cves: [], port: 5432, service: 'example-db', synopsis: 'The database accepts its default password.', solution: 'Change the password.',
  },
  {
    id: 900_104, name: 'SSH Weak Example Ciphers Enabled', family: 'Misc.', familyId: 93, severityId: 1,
    cves: ['CVE-2099-10004'], port: 22, service: 'ssh', synopsis: 'The SSH server offers weak ciphers.', solution: 'Switch the ciphers off.',
  },
  {
    id: 900_105, name: 'Example File Sharing Signing Not Required', family: 'Misc.', familyId: 93, severityId: 2,
    cves: [], port: 445, service: 'cifs', synopsis: 'Messages need not be signed.', solution: 'Require signing.',
  },
  {
    id: 900_106, name: 'Example Kernel < 6.99 Local Privilege Escalation', family: 'Example Local Security Checks', familyId: 94, severityId: 3,
    cves: ['CVE-2099-10005'], port: 0, service: '', synopsis: 'A local user can become administrator.', solution: 'Install the latest kernel.',
  },
  {
    id: 900_107, name: 'Example Operating System Identification', family: 'General', familyId: 91, severityId: 0,
    cves: [], port: 0, service: '', synopsis: 'The operating system could be told.', solution: 'n/a',
  },
];
