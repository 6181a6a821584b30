#!/usr/bin/env bash
# Fuzzing: each target for a while, from what it found the last time
# The instrumentation is LLVM's own and asked for by flags, so the house's compiler does, without nightly or cargo-fuzz.
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${SAMORDNA_FUZZ_SECONDS:-60}
work=$(realpath -m "${CARGO_TARGET_DIR:-target}/fuzz")
host=$(rustc -vV | sed -n 's/^host: //p')
export RUSTFLAGS="-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
-Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
-Cllvm-args=-sanitizer-coverage-trace-compares -Ccodegen-units=1 -Cdebug-assertions --cfg fuzzing"
failed=0
for crate in crates/*/fuzz; do
  # A target given by name keeps build scripts and macros out of the instrumentation.
  cargo build --release --quiet --manifest-path "$crate/Cargo.toml" --target "$host" --target-dir "$work"
  for source in "$crate"/fuzz_targets/*.rs; do
    name=$(basename "$source" .rs)
    mkdir -p "$work/corpus/$name" "$work/found"
    echo "$crate $name, $seconds s"
    "$work/$host/release/$name" -max_total_time="$seconds" -rss_limit_mb=2048 -timeout=10 -print_final_stats=1 \
      -artifact_prefix="$work/found/$name-" "$work/corpus/$name" 2>&1 | tail -n 12 || failed=1
  done
done
exit "$failed"
