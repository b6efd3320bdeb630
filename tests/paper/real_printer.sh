#!/bin/sh
# A real CUPS with a real IPP printer, in a network and a process list of its own: all of it ends with this script.
# Usage: unshare -n -m --pid --fork --kill-child --mount-proc sh real_printer.sh FILE COMMAND...   (as root)
# Needs Debian's cups, cups-client, cups-ipp-utils, avahi-daemon and dbus. FILE gets what was printed.
set -eu
printed=$1; shift
folder=/mnt  # in memory, and open to the user lp, unlike a test's own folder
mount -t tmpfs tmpfs "$folder"
mkdir -p "$folder/own" "$folder/spool/tmp" "$folder/cache" "$folder/state" "$folder/etc"
chmod -R a+rwx "$folder"
ip link set lo up

cat > "$folder/dbus.conf" <<END
<busconfig><type>system</type><listen>unix:path=$folder/bus</listen><auth>EXTERNAL</auth>
<policy context="default"><allow own="*"/><allow send_destination="*"/><allow receive_sender="*"/><allow user="*"/></policy></busconfig>
END
dbus-daemon --config-file="$folder/dbus.conf" --fork
export DBUS_SYSTEM_BUS_ADDRESS="unix:path=$folder/bus"
mount -t tmpfs tmpfs /run
mkdir /run/avahi-daemon
printf '[server]\nallow-interfaces=lo\nuse-ipv6=no\n' > "$folder/avahi.conf"
avahi-daemon -f "$folder/avahi.conf" --no-drop-root --no-chroot --no-rlimits -D 2> "$folder/avahi.log"

# With the file "empty" there the printer has no paper, until something is written into "refill".
mkfifo "$folder/refill"
cat > "$folder/print" <<END
#!/bin/sh
if [ -e "$folder/empty" ]; then
  echo "STATE: +media-empty-error" >&2
  cat "$folder/refill" > /dev/null
  echo "STATE: -media-empty-error" >&2
fi
cp "\$1" "$printed"
END
chmod +x "$folder/print"
ippeveprinter -p 8631 -n localhost -f application/pdf -d "$folder/own" -c "$folder/print" Balie > "$folder/printer.log" 2>&1 &
echo $! > "$folder/printer.pid"

cat > "$folder/etc/cupsd.conf" <<END
Listen $folder/cups.sock
PreserveJobFiles No
Browsing No
WebInterface No
DefaultAuthType None
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order allow,deny
    Allow all
  </Limit>
</Policy>
END
cat > "$folder/etc/cups-files.conf" <<END
ServerRoot $folder/etc
RequestRoot $folder/spool
TempDir $folder/spool/tmp
CacheDir $folder/cache
StateDir $folder/state
AccessLog $folder/access.log
ErrorLog $folder/error.log
PageLog $folder/page.log
User lp
Group lp
SystemGroup root
END
cupsd -f -c "$folder/etc/cupsd.conf" -s "$folder/etc/cups-files.conf" > "$folder/cupsd.log" 2>&1 &
export CUPS_SERVER="$folder/cups.sock" LC_ALL=C
until lpstat -r 2> /dev/null | grep -q "is running"; do :; done
until lpadmin -p balie -E -v ipp://localhost:8631/ipp/print -m everywhere 2> /dev/null; do :; done
lpadmin -d balie
"$@"
