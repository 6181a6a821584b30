//! What may be asked of an association: the sum of what each capability takes, and the one function that decides.

use access::Action;
use schemars::generate::SchemaSettings;
use serde::de::Error as _;
use serde::ser::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Map, Value};

use crate::act::{Act, Asked, ForWhom, Row, Unreadable};
use crate::decision::{Ctx, Decided, Refusal};
use crate::event::Subject;
use crate::state::Association;
use crate::{assignment, association, case_register, funding, initiative, mandate, meeting};

macro_rules! sum {
    ($($capability:ident => $name:ident),+ $(,)?) => {
        /// One command. The JSON of the API and the forms of the pages become this.
        #[derive(Clone, Debug, PartialEq)]
        #[allow(missing_docs, reason = "a capability is told of where it is defined")]
        pub enum Command {
            $($name($capability::Command)),+
        }

        $(
            impl From<$capability::Command> for Command {
                fn from(command: $capability::Command) -> Self {
                    Self::$name(command)
                }
            }
        )+

        impl Command {
            /// The command as any is asked.
            pub fn asked(&self) -> &dyn Asked {
                match self { $(Self::$name(command) => command.asked()),+ }
            }

            /// Every decision there is, capability by capability.
            pub fn rows() -> impl Iterator<Item = &'static Row<Self>> {
                [$($capability::Command::ROWS),+].into_iter().flatten()
            }
        }
    };
}

sum! {
    association => Association,
    mandate => Mandate,
    case_register => Register,
    initiative => Initiative,
    meeting => Meeting,
    assignment => Assignment,
    funding => Funding,
}

/// The field that names a command.
const NAME: &str = "command";

impl Command {
    /// Its row.
    pub fn act(&self) -> Act {
        self.asked().act()
    }

    /// What the policies call it.
    pub fn action(&self) -> Action {
        self.act().may
    }

    /// What it is done to.
    pub fn about(&self) -> Subject {
        self.asked().about()
    }

    /// For whom it is done.
    pub fn for_whom(&self, state: &Association) -> ForWhom {
        self.asked().for_whom(state)
    }

    /// The row of a command, by its name.
    pub fn row(name: &str) -> Option<&'static Row<Self>> {
        Self::rows().find(|row| row.act.name == name)
    }

    /// Reads a command from its name in `command` and its fields.
    ///
    /// # Errors
    /// No such command, fields that it does not have, or fields that hold something else than they should.
    pub fn read(sent: Value) -> Result<Self, Unreadable> {
        let Value::Object(mut fields) = sent else {
            return Err(Unreadable::Shape("Kommandot skickas som ett objekt med fältet command."));
        };
        let Some(Value::String(name)) = fields.remove(NAME) else {
            return Err(Unreadable::Shape("Fältet command saknas: det ska vara kommandots namn."));
        };
        let row = Self::row(&name).ok_or(Unreadable::Name(name))?;
        (row.read)(&Value::Object(fields))
    }

    /// The schema of every command, by name, with the schemas that they share.
    pub fn schemas(shared_at: &str) -> (Vec<(&'static str, Value)>, Map<String, Value>) {
        let settings =
            SchemaSettings::draft2020_12().with(|s| s.definitions_path = shared_at.to_owned().into());
        let mut generator = settings.into_generator();
        let own = Self::rows().map(|row| {
            let mut schema = Value::from((row.schema)(&mut generator));
            if let Value::Object(object) = &mut schema {
                name_it(object, row.act);
            }
            close(&mut schema);
            (row.act.name, schema)
        });
        let own = own.collect();
        let mut shared = generator.take_definitions(true);
        shared.values_mut().for_each(close);
        (own, shared)
    }
}

/// Adds the command's name to the schema of its fields.
fn name_it(object: &mut Map<String, Value>, act: Act) {
    let name = serde_json::json!({ "type": "string", "const": act.name });
    if let Value::Object(properties) = object.entry("properties").or_insert_with(|| Value::Object(Map::new()))
    {
        properties.insert(NAME.to_owned(), name);
    }
    if let Value::Array(required) = object.entry("required").or_insert_with(|| Value::Array(Vec::new())) {
        required.insert(0, Value::from(NAME));
    }
    object.insert("title".to_owned(), Value::from(act.says));
}

/// Closes every object of a schema: what it does not name is refused.
fn close(schema: &mut Value) {
    match schema {
        Value::Object(object) => {
            object.values_mut().for_each(close);
            if object.get("properties").is_some_and(Value::is_object) {
                object.entry("additionalProperties").or_insert(Value::Bool(false));
            }
        }
        Value::Array(parts) => parts.iter_mut().for_each(close),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

impl Serialize for Command {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let asked = self.asked();
        let Value::Object(fields) = asked.fields().map_err(S::Error::custom)? else {
            return Err(S::Error::custom("a command without fields"));
        };
        let named = std::iter::once((NAME.to_owned(), Value::from(asked.act().name)));
        named.chain(fields).collect::<Map<_, _>>().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Command {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::read(Value::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

/// Decides; writes nothing, reads no clock. No events means that it was already so.
///
/// # Errors
/// A [`Refusal`] of the kind that tells how to show it.
pub fn decide(state: &Association, ctx: &Ctx, command: &Command) -> Result<Decided, Refusal> {
    if ctx.records() {
        meeting::checks::has_a_source(state, command.about(), command.act().name)?;
    }
    command.asked().decide(state, ctx)
}
