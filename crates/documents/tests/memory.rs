//! A server that prints papers all day stays as small as it was.
#![cfg(test)]

use papers::Receipt;

fn resident_megabytes() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap() / 1024
}

#[test]
fn papers_leave_nothing_behind_in_memory() {
    let (_, mut paper) = Receipt::samples().unwrap().swap_remove(0);
    let mut print = |numbers: std::ops::Range<u32>| {
        for number in numbers {
            paper.case_number = format!("2026-{number}");
            documents::receipt(&paper).unwrap();
        }
        resident_megabytes()
    };
    let before = print(0..10);
    let after = print(10..40);
    assert!(after < before + 12, "{before} MB became {after} MB");
}
