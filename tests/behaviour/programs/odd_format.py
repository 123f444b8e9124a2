import openai
response=openai.ChatCompletion.create (  # OAI102:10
  model =  'gpt-4'   # the best one
 ,messages= [ { 'role' :'user' , 'content':'odd' } ]
    ,
  # a comment that stands alone
  request_timeout  =  30 ,  # OAI110:3
  temperature=0)
print ( response [ 'choices' ] [ 0 ] [ 'message' ]  [ 'content' ] )  # OAI112:9
total = \
    response ["usage"]. total_tokens ; print(total)  # OAI112:5
text = (openai  # OAI102:9 OAI112:9
        .Completion
        .create(engine="davinci",  # OAI110:17
                prompt=("in "
                        "parts"))
        ["choices"][0]
        .text)
print(text)
