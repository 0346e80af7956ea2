# Counting checks, for the scripts of this folder to read in: `. tests/checks/count.sh`, with $log the file that a check's output goes to.
passed=0
failed=0

# is NAME COMMAND…      counts, and says which failed
is() {
    name=$1
    shift
    if "$@" >"$log" 2>&1; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "failed: $name"
        tail -n 20 "$log"
    fi
}

# The closing line, and its exit status.
counted() {
    echo "$passed passed, $failed failed"
    [ "$failed" -eq 0 ]
}
