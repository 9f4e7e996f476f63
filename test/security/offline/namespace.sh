#!/bin/sh
# namespace.sh up|none CAPTURE COMMAND… — runs the command in a network namespace of its own, which must already be
# entered. up: a link with IPv4 and IPv6 addresses and default routes, where every packet on every interface is
# captured; after the command one packet each way proves that the capture would have seen them. none: no interface is up.
set -eu
mode=$1 capture=$2
shift 2
if [ "$mode" = none ]; then exec "$@"; fi

ip link set lo up
ip link add v0 type veth peer name v1
for interface in v0 v1; do
  # The kernel's own questions about the neighbourhood are not the app's.
  sysctl -qw "net.ipv6.conf.$interface.accept_dad=0" "net.ipv6.conf.$interface.router_solicitations=0"
  ip link set "$interface" arp off up
done
ip addr add 192.0.2.2/24 dev v0
ip -6 addr add 2001:db8::2/64 dev v0 nodad
ip route add default via 192.0.2.1 dev v0
ip -6 route add default via 2001:db8::1 dev v0

# ff02::16 is where the kernel reports which multicast groups an interface has joined.
tcpdump -i any -U -w "$capture" 'not dst host ff02::16' 2>"$capture.log" &
tcpdump=$!
tries=0
until grep -q 'listening on' "$capture.log"; do
  tries=$((tries + 1))
  [ "$tries" -lt 100 ]
  sleep 0.1
done

status=0
"$@" || status=$?
node -e "
const { createSocket } = require('node:dgram');
for (const [kind, address] of [['udp4', '198.51.100.7'], ['udp6', '2001:db8:1::7'], ['udp4', '127.0.0.1']]) {
  const socket = createSocket(kind);
  socket.send('control', 4242, address, () => socket.close());
}"
tries=0
until [ "$(tcpdump -nr "$capture" 'udp port 4242' 2>/dev/null | grep -c 'length 7')" -ge 3 ]; do
  tries=$((tries + 1))
  [ "$tries" -lt 100 ]
  sleep 0.1
done
kill -INT "$tcpdump"
wait "$tcpdump" || true
exit "$status"
