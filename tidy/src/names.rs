//! The names that are written in a piece of code, macros included.

use proc_macro2::{TokenStream, TokenTree};

/// A name as it is written, cut at each `::`.
pub type Name = Vec<String>;

/// Every name in these tokens, in order: `a::b::c` as one, a single word as one. A macro that is called is there once more,
/// with its mark: `c!`.
///
/// What follows a dot is a field or a method and names nothing by itself; a word before a single colon is a field, a
/// parameter or a binding.
pub fn names(tokens: TokenStream) -> Vec<Name> {
    let mut found = Vec::new();
    gather(tokens, &mut found);
    found
}

fn gather(tokens: TokenStream, found: &mut Vec<Name>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        at += 1;
        match token {
            TokenTree::Group(group) => gather(group.stream(), found),
            TokenTree::Ident(first) => {
                let is_member = is_dot(&tokens, at.wrapping_sub(2)) && !is_dot(&tokens, at.wrapping_sub(3));
                let mut name = vec![plain(first)];
                while let (true, Some(TokenTree::Ident(next))) = (is_turn(&tokens, at), tokens.get(at + 2)) {
                    name.push(plain(next));
                    at += 3;
                }
                let is_field = name.len() == 1 && is_colon(&tokens, at) && !is_turn(&tokens, at);
                if !is_member && !is_field {
                    if is(&tokens, at, '!') && matches!(tokens.get(at + 1), Some(TokenTree::Group(_))) {
                        found.extend(name.last().map(|called| vec![format!("{called}!")]));
                    }
                    found.push(name);
                }
            }
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}

fn plain(ident: &proc_macro2::Ident) -> String {
    ident.to_string().trim_start_matches("r#").to_owned()
}

fn is(tokens: &[TokenTree], at: usize, sign: char) -> bool {
    matches!(tokens.get(at), Some(TokenTree::Punct(punct)) if punct.as_char() == sign)
}

fn is_dot(tokens: &[TokenTree], at: usize) -> bool {
    is(tokens, at, '.')
}

fn is_colon(tokens: &[TokenTree], at: usize) -> bool {
    is(tokens, at, ':')
}

/// Whether `::` stands here.
fn is_turn(tokens: &[TokenTree], at: usize) -> bool {
    is_colon(tokens, at) && is_colon(tokens, at + 1)
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn names_are_found_in_macros_and_groups_but_not_after_a_dot_or_before_a_colon() {
        let code = "fn f(age: u8) { html! { (a::b::now()) } x.method(0..end); S { field: value, r#type } }";
        let found: Vec<String> =
            names(code.parse().expect("tokens")).into_iter().map(|name| name.join("::")).collect();
        assert_eq!(found, ["fn", "f", "u8", "html!", "html", "a::b::now", "x", "end", "S", "value", "type"]);
    }
}
