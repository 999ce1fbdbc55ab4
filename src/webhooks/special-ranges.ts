/** Why a callback may not lead to an address. */
export type AddressReason =
  | 'notAnAddress'
  | 'thisHost'
  | 'loopback'
  | 'privateUse'
  | 'sharedSpace'
  | 'linkLocal'
  | 'metadata'
  | 'multicast'
  | 'broadcast'
  | 'documentation'
  | 'benchmarking'
  | 'reserved'
  | 'translated'
  | 'tunnelled'
  | 'assignedByProtocol'
  | 'notGlobal'

/** A range in CIDR notation. */
type Range = readonly [cidr: string, reason: AddressReason]

/** The special-purpose registry of IANA, IPv4, with what it refers to. */
export const ipv4Ranges: readonly Range[] = [
  ['0.0.0.0/8', 'thisHost'],
  ['10.0.0.0/8', 'privateUse'],
  ['100.64.0.0/10', 'sharedSpace'],
  ['127.0.0.0/8', 'loopback'],
  ['169.254.0.0/16', 'linkLocal'],
  ['172.16.0.0/12', 'privateUse'],
  ['192.0.0.0/24', 'assignedByProtocol'],
  ['192.0.2.0/24', 'documentation'],
  ['192.31.196.0/24', 'assignedByProtocol'],
  ['192.52.193.0/24', 'assignedByProtocol'],
  ['192.88.99.0/24', 'tunnelled'],
  ['192.168.0.0/16', 'privateUse'],
  ['192.175.48.0/24', 'assignedByProtocol'],
  ['198.18.0.0/15', 'benchmarking'],
  ['198.51.100.0/24', 'documentation'],
  ['203.0.113.0/24', 'documentation'],
  ['224.0.0.0/4', 'multicast'],
  ['255.255.255.255/32', 'broadcast'],
  ['240.0.0.0/4', 'reserved'],
  // Public by its number, and yet one cloud answers there with the secrets of the machine that asks.
  ['168.63.129.16/32', 'metadata'],
]

/** The special-purpose registry of IANA, IPv6. What is in no row must be global unicast, 2000::/3. */
export const ipv6Ranges: readonly Range[] = [
  ['::1/128', 'loopback'],
  ['::/128', 'thisHost'],
  ['::ffff:0:0/96', 'translated'],
  ['::ffff:0:0:0/96', 'translated'],
  ['::/96', 'reserved'],
  ['64:ff9b::/96', 'translated'],
  ['64:ff9b:1::/48', 'translated'],
  ['100::/64', 'reserved'],
  ['100:0:0:1::/64', 'reserved'],
  ['2001::/32', 'tunnelled'],
  ['2001:2::/48', 'benchmarking'],
  ['2001:10::/28', 'assignedByProtocol'],
  ['2001:20::/28', 'assignedByProtocol'],
  ['2001::/23', 'assignedByProtocol'],
  ['2001:db8::/32', 'documentation'],
  ['2002::/16', 'tunnelled'],
  ['2620:4f:8000::/48', 'assignedByProtocol'],
  ['3ffe::/16', 'reserved'],
  ['3fff::/20', 'documentation'],
  ['5f00::/16', 'assignedByProtocol'],
  ['fc00::/7', 'privateUse'],
  ['fe80::/10', 'linkLocal'],
  ['fec0::/10', 'privateUse'],
  ['ff00::/8', 'multicast'],
]
