//! Amounts per year. A year is a key, and keys are text in JSON; read as text they also pass through a tagged command.

use std::collections::BTreeMap;

use serde::de::Error;
use serde::{Deserialize, Deserializer};

use swedish::money::Ore;

/// Reads `{"2026": 30000000}`.
pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<BTreeMap<i16, Ore>, D::Error> {
    let read = |(year, amount): (String, Ore)| match year.parse() {
        Ok(year) => Ok((year, amount)),
        Err(_) => Err(D::Error::custom(format!("”{year}” är inget år; skriv fyra siffror, som 2026"))),
    };
    BTreeMap::<String, Ore>::deserialize(from)?.into_iter().map(read).collect()
}

#[cfg(test)]
mod tests {
    use crate::initiative::samples;
    use crate::initiative::submit::SubmitApplication;
    use crate::{Command, initiative::events::Grant};

    #[test]
    fn a_tagged_command_keeps_its_years() {
        let command = Command::from(SubmitApplication {
            application: Some(Box::new(samples::application())),
            ..SubmitApplication::draft(samples::ID, 1)
        });
        let sent = serde_json::to_string(&command).unwrap();
        assert_eq!(serde_json::from_str::<Command>(&sent).unwrap(), command);
    }

    #[test]
    fn a_year_is_a_number() {
        let wrong = serde_json::from_str::<Grant>(r#"{"amounts":{"i år":1}}"#).unwrap_err();
        assert!(wrong.to_string().contains("”i år” är inget år"), "{wrong}");
    }
}
