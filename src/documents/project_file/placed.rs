//! Reads JSON into a type and knows where it fails: `indicators[3].weight`. What serde_json reads by itself says
//! what is wrong but, of a value, not where; a wrapper round it costs a third more code for every type that is read.

use std::fmt;

use serde::de::value::StringDeserializer;
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Error, IntoDeserializer, MapAccess, SeqAccess,
    VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;
use serde_json::{Value, map};

/// Reads a value; the error is the place of the first fault in it.
pub fn read<T: DeserializeOwned>(json: Value) -> Result<T, String> {
    T::deserialize(Placed(json)).map_err(|fault| fault.place())
}

/// Where a fault is, from the inside outwards. What it is is not told: nobody can mend it but by another copy.
#[derive(Debug, Default)]
struct Fault(Vec<Step>);

#[derive(Debug)]
enum Step {
    Field(String),
    Row(usize),
}

impl Fault {
    fn within(mut self, step: Step) -> Fault {
        self.0.push(step);
        self
    }

    fn place(&self) -> String {
        let mut place = String::new();
        for step in self.0.iter().rev() {
            match step {
                Step::Field(name) if place.is_empty() => place.push_str(name),
                Step::Field(name) => place.extend([".", name]),
                Step::Row(row) => place.push_str(&format!("[{row}]")),
            }
        }
        match place.is_empty() {
            true => ".".to_owned(),
            false => place,
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.place())
    }
}

impl std::error::Error for Fault {}

impl Error for Fault {
    fn custom<T: fmt::Display>(_: T) -> Fault {
        Fault::default()
    }
}

/// A value that is read.
struct Placed(Value);

impl Placed {
    fn text<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.0 {
            Value::String(text) => visitor.visit_string(text),
            _ => Err(Fault::default()),
        }
    }

    /// Numbers with a fraction are texts in our files.
    fn number<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match (self.0.as_u64(), self.0.as_i64()) {
            (Some(value), _) => visitor.visit_u64(value),
            (None, Some(value)) => visitor.visit_i64(value),
            (None, None) => Err(Fault::default()),
        }
    }

    fn list<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        let Value::Array(rows) = self.0 else {
            return Err(Fault::default());
        };
        let mut rows = Rows {
            rows: rows.into_iter(),
            next: 0,
        };
        let read = visitor.visit_seq(&mut rows)?;
        match rows.rows.len() {
            0 => Ok(read),
            _ => Err(Fault::default()),
        }
    }

    fn object<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.0 {
            Value::Object(fields) => visitor.visit_map(Fields {
                fields: fields.into_iter(),
                open: None,
            }),
            _ => Err(Fault::default()),
        }
    }
}

/// Methods that all read in the same way.
macro_rules! read_as {
    ($way:ident: $($method:ident)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
            self.$way(visitor)
        })*
    };
}

/// Each type is read as what it asks for and as nothing else: a type whose code knew all the others as well would
/// take half as much again.
impl<'de> Deserializer<'de> for Placed {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.0 {
            Value::Null => visitor.visit_unit(),
            Value::Bool(value) => visitor.visit_bool(value),
            Value::Number(_) => self.number(visitor),
            Value::String(_) => self.text(visitor),
            Value::Array(_) => self.list(visitor),
            Value::Object(_) => self.object(visitor),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.0 {
            Value::Bool(value) => visitor.visit_bool(value),
            _ => Err(Fault::default()),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_unit()
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Fault> {
        self.list(visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, Fault> {
        self.list(visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        self.object(visitor)
    }

    read_as!(object: deserialize_map);
    read_as!(list: deserialize_seq);
    read_as!(text: deserialize_char deserialize_str deserialize_string deserialize_identifier);
    read_as!(number: deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64);
    read_as!(number: deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64);
    read_as!(number: deserialize_f32 deserialize_f64);

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.0 {
            Value::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        match self.0 {
            Value::String(name) => visitor.visit_enum(Variant { name, content: None }),
            Value::Object(fields) => {
                let mut fields = fields.into_iter();
                match (fields.next(), fields.next()) {
                    (Some((name, content)), None) => visitor.visit_enum(Variant {
                        name,
                        content: Some(content),
                    }),
                    _ => Err(Fault::default()),
                }
            }
            _ => Err(Fault::default()),
        }
    }

    forward_to_deserialize_any! {
        bytes byte_buf unit unit_struct
    }
}

/// A list that is read.
struct Rows {
    rows: std::vec::IntoIter<Value>,
    next: usize,
}

impl<'de> SeqAccess<'de> for &mut Rows {
    type Error = Fault;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Fault> {
        let Some(row) = self.rows.next() else {
            return Ok(None);
        };
        let place = self.next;
        self.next += 1;
        let read = seed.deserialize(Placed(row));
        read.map(Some).map_err(|fault| fault.within(Step::Row(place)))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.rows.len())
    }
}

/// An object that is read.
struct Fields {
    fields: map::IntoIter,
    /// The field whose name was read.
    open: Option<(String, Value)>,
}

impl<'de> MapAccess<'de> for Fields {
    type Error = Fault;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Fault> {
        let Some((name, value)) = self.fields.next() else {
            return Ok(None);
        };
        // A name that the type does not know is a fault in itself.
        let read = seed.deserialize(text(name.clone()));
        match read {
            Ok(read) => {
                self.open = Some((name, value));
                Ok(Some(read))
            }
            Err(fault) => Err(fault.within(Step::Field(name))),
        }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Fault> {
        let (name, value) = self.open.take().unwrap_or_default();
        let read = seed.deserialize(Placed(value));
        read.map_err(|fault| fault.within(Step::Field(name)))
    }
}

/// One of several kinds, with what it holds.
struct Variant {
    name: String,
    content: Option<Value>,
}

impl<'de> EnumAccess<'de> for Variant {
    type Error = Fault;
    type Variant = Content;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Content), Fault> {
        let Variant { name, content } = self;
        let read = seed.deserialize(text(name.clone()))?;
        Ok((read, Content { name, content }))
    }
}

/// What one of several kinds holds.
struct Content {
    name: String,
    content: Option<Value>,
}

impl Content {
    fn placed<T>(self, read: impl FnOnce(Placed) -> Result<T, Fault>) -> Result<T, Fault> {
        let content = self.content.ok_or_else(Fault::default)?;
        read(Placed(content)).map_err(|fault| fault.within(Step::Field(self.name)))
    }
}

impl<'de> VariantAccess<'de> for Content {
    type Error = Fault;

    fn unit_variant(self) -> Result<(), Fault> {
        match self.content {
            None | Some(Value::Null) => Ok(()),
            Some(_) => Err(Fault::default()),
        }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Fault> {
        self.placed(|content| seed.deserialize(content))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Fault> {
        self.placed(|content| content.list(visitor))
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], visitor: V) -> Result<V::Value, Fault> {
        self.placed(|content| content.object(visitor))
    }
}

fn text(name: String) -> StringDeserializer<Fault> {
    name.into_deserializer()
}
