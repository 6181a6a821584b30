//! Whatever the bytes: they are read or refused with a sentence, and a preview of them can be told.
#![no_main]

use exchange::choices::Choices;
use exchange::preview::Preview;
use exchange::register::Register;
use exchange::source::{MAX_BYTES, Source};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let register = Register::new([("0680", "Jönköping"), ("0683", "Värnamo"), ("0114", "Upplands Väsby")]);
    match Source::read(bytes, None) {
        Err(fault) => assert!(!fault.problem.is_empty() && !fault.remedy.is_empty()),
        Ok(source) => {
            assert!(bytes.len() <= MAX_BYTES);
            let preview = Preview::of(&source, &register, &Choices::default());
            assert!(!preview.sentences().is_empty());
            assert!(preview.figures.is_none() || preview.questions.is_empty() && preview.faults.is_empty());
        }
    }
});
