# -*- coding: utf-8 -*-
from __future__ import print_function, unicode_literals
import sys, os, json, time
import openai as ai
ai.api_key = os.environ.get('OPENAI_API_KEY')
class Conversation(object) :
    def __init__( self, engine = 'text-davinci-003' ) :
        super( Conversation, self ).__init__()
        self.engine = engine; self.log = []
    def say( self, what ) :
        self.log.append( 'Human: %s' % what )
        prompt = '\n'.join( self.log ) + '\nAI:'
        r = ai.Completion.create( engine = self.engine, prompt = prompt, temperature = 0.9, max_tokens = 150, top_p = 1, frequency_penalty = 0.0, presence_penalty = 0.6, stop = [ ' Human:', ' AI:' ] )
        text = r[ 'choices' ][ 0 ][ 'text' ].strip( )
        self.log.append( 'AI: %s' % text )
        return text
c = Conversation()
for what in ( 'Hello', 'Who are you?' ) : print( c.say( what ).split( '\n' )[ -1 ] )
print( len( c.log ) ) ; print( 'done' )
